DROP PROCEDURE fund_approve;
DROP FUNCTION fund_post, fund_post_all, fund_post_in_turn, fund_answer, fund_queue_up, fund_close_period;
DROP TABLE fund_waiting;

DROP FUNCTION fund_post, fund_close_period;

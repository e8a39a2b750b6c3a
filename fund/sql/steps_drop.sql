DROP TRIGGER IF EXISTS fund_draftstep_is_kept ON fund_draftstep;
DROP TRIGGER IF EXISTS fund_draftstep_not_emptied ON fund_draftstep;

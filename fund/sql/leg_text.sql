(
    '[' || l.n || ',' || l.leg_count || ',"' || to_char(l.booked_on, 'YYYY-MM-DD') || '",' || l.amount || ',"'
    || l.currency_id || '",' || c.exponent || ','
    || {account_text} || '"]'
)

CALL SYSTEM$SEND_EMAIL('MAIL', 'a@example.com', 'it''s', 'a\\b
c');

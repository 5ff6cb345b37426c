-- One plain index for each order and filter that the list of customers offers. Where most rows may have no value the
-- index still holds them: "is empty" is a filter, and rows without a value are the end of every order.
CREATE INDEX customer_by_name ON customer (name COLLATE trivium_words, id);
CREATE INDEX customer_name_beginning ON customer ((lower(name) COLLATE "C"), id);
CREATE INDEX customer_by_industry ON customer (industry COLLATE trivium_words, id);
CREATE INDEX customer_by_country ON customer (country COLLATE trivium_words, id);
CREATE INDEX customer_by_region ON customer (region COLLATE trivium_words, id);
CREATE INDEX customer_by_city ON customer (city COLLATE trivium_words, id);
CREATE INDEX customer_by_employees ON customer (employees, id);
CREATE INDEX customer_by_annual_revenue ON customer (annual_revenue, id);
CREATE INDEX customer_by_founded_year ON customer (founded_year, id);
CREATE INDEX customer_by_reference ON customer (reference COLLATE trivium_words, id);
CREATE INDEX customer_reference_beginning ON customer ((lower(reference) COLLATE "C"), id);
CREATE INDEX customer_phone_beginning ON customer ((lower(phone) COLLATE "C"));
CREATE INDEX customer_email_beginning ON customer ((lower(email) COLLATE "C"));
CREATE INDEX customer_website_beginning ON customer ((lower(website) COLLATE "C"));
CREATE INDEX customer_by_last_activity ON customer (last_activity_at, id);
CREATE INDEX customer_by_creation ON customer (created_at, id);
CREATE INDEX customer_by_change ON customer (updated_at, id);
CREATE INDEX customer_owner ON customer (owner_id, id);
CREATE INDEX customer_team ON customer (team_id, id);
CREATE INDEX customer_by_parent ON customer (parent_id, id);

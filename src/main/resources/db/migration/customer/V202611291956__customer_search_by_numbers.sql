-- Of the text that search_pieces is made of, in the same words as SearchTarget.searched.
CREATE INDEX customer_numbers ON customer USING gin (search_numbers(
    name || ' ' || coalesce(reference, '') || ' ' || coalesce(email, '') || ' ' || search_digits(phone)));
CREATE INDEX contact_numbers ON contact USING gin (search_numbers(
    name || ' ' || coalesce(reference, '') || ' ' || coalesce(email, '') || ' ' || search_digits(phone) || ' ' || search_digits(mobile)));

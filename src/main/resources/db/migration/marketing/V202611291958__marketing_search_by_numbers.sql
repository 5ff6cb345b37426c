-- Of the text that search_pieces is made of, in the same words as SearchTarget.searched.
CREATE INDEX lead_numbers ON lead USING gin (search_numbers(
    coalesce(full_name, '') || ' ' || coalesce(company, '') || ' ' || coalesce(email, '') || ' ' || coalesce(reference, '') || ' ' || search_digits(phone)));

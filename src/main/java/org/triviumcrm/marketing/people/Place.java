package org.triviumcrm.marketing.people;

/**
 * Where people are put: rows of a table that has a column for each kind of person, {@code run_id} and {@code created_at}.
 *
 * @param column of the table, which says where exactly
 * @param id in this column, such as that of a campaign
 * @param untouched SQL over the alias {@code p}: nothing has been said of the row since it was written
 */
public record Place(String table, String column, long id, String untouched) {}

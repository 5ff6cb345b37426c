package org.triviumcrm.customer;

/**
 * A kind of record that can have custom fields: a bean for each, in the module that owns the table. The table and its
 * {@code _aud} table have the column {@code custom jsonb}, the entity is {@link WithFields}, its input has {@link TypedFields}. The table itself also has
 * {@code custom_names jsonb}, written by the trigger of that name: what the people and records in the values are called.
 *
 * @param noun of its list, record type, history and import; also its table
 * @param alias of the table in its list
 * @param order among the kinds of records
 */
public record FieldCarrier(String noun, String alias, int order) {

    /** Where the values are kept. */
    public static final String COLUMN = "custom";
}

package org.triviumcrm.shared.history;

/**
 * A table of values that hang on a record (the roles of a person), shown as one field: removed ones before, added ones
 * after.
 *
 * @param auditTable such as {@code person_role_aud}
 * @param owner its column with the record's id
 * @param value SQL for one value as text, from its columns
 * @param label message key of the field's name
 * @param kind as in {@link HistoryField}
 * @param property of the record's input, whose elements are the same values as text
 */
public record HistorySet(String auditTable, String owner, String value, String label, String kind, String property) {}

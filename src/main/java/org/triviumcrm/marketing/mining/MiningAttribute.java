package org.triviumcrm.marketing.mining;

import org.triviumcrm.shared.condition.ConditionField;

/**
 * What is known of each record that can be learned about.
 *
 * @param field as it is called, in the reader's language; its key is stored, so it never changes
 * @param sql its value over the alias of the {@link MiningSubject}'s table and what is joined; null where nothing is known
 * @param join the clause that the value needs beside that table; empty where it needs none
 * @param decides whether it may be used to decide; sex or origin may not where the administrator says so
 */
public record MiningAttribute(ConditionField field, String sql, String join, boolean decides) {

    /** The same, which must not be used. */
    MiningAttribute barred() {
        return new MiningAttribute(field, sql, join, false);
    }

    public String key() {
        return field.key();
    }
}

package org.triviumcrm.marketing.lead;

import org.triviumcrm.shared.condition.ConditionField;

/**
 * One thing that is known of each lead: rules of scores ask for it, target mining learns from it.
 *
 * @param field as forms offer it, in the reader's language; its key is stored, so it never changes
 * @param sql its value over the alias {@code l} of the table {@code lead}, as {@link
 *     org.triviumcrm.shared.condition.ConditionSql.Known} wants it
 * @param decides whether it may be used to decide whom to call; sex or origin may not where the administrator says so
 * @param active whether forms offer it; what is not offered any more still has its values
 */
public record LeadAttribute(ConditionField field, String sql, boolean decides, boolean active) {

    static LeadAttribute own(ConditionField field, String column) {
        return new LeadAttribute(field, "l." + column, true, true);
    }

    public String key() {
        return field.key();
    }
}

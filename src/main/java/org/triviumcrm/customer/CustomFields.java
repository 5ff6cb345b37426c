package org.triviumcrm.customer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.web.EditableFields;
import org.triviumcrm.shared.web.Option;

/**
 * The fields that administrators have added to kinds of records, for whoever keeps such records. Asked with the noun of a {@link
 * FieldCarrier}; kept in memory, and up to date on every node.
 */
public interface CustomFields {

    /** Those that are asked and shown, in their order. */
    List<FieldSpec> of(String noun);

    /** Those and the retired ones. */
    List<FieldSpec> all(String noun);

    /**
     * What a form leaves of a record's values: what it did not ask stays as it is, and a new record begins with what the fields say.
     *
     * @param typed what {@link TypedFields} has checked
     * @param before null for a new record
     * @throws org.triviumcrm.shared.web.NotFound for a record or a person that the viewer may not choose
     */
    CustomValues read(Viewer viewer, String noun, Map<String, String> typed, @Nullable CustomValues before);

    /** With the custom fields, for the controller of fields that are edited in place. */
    EditableFields editable(String noun, EditableFields fields);

    /** With the custom fields, as what a file of these records can have; {@link #take} writes them. */
    List<ImportField> importable(String noun, List<ImportField> fields);

    /**
     * Adds what a row of a file says of custom fields to the columns that are written.
     *
     * @param record null when a new one is made
     */
    void take(
            String noun,
            ImportContext context,
            ImportRow row,
            @Nullable ExistingRecord record,
            Map<String, Object> columns);

    /**
     * What conditions on such records can ask of their fields, the retired ones too, whose values are still there. Links are
     * {@link #links} of their own.
     *
     * @param alias of the records' table, for the SQL of the values
     */
    List<Asked> asked(String noun, String alias, Locale locale);

    /** Those that lead to records, of kinds that the viewer may look at; found by typing, and named for whoever sees them. */
    List<Asked> links(Viewer viewer, String noun, String alias, Locale locale);

    /**
     * @param field its key is that of the column in lists
     * @param sql as {@link org.triviumcrm.shared.condition.ConditionSql.Known} wants it
     * @param decides whether people may be chosen by it
     * @param active whether forms offer it
     */
    record Asked(ConditionField field, String sql, boolean decides, boolean active) {}

    /** What conditions can ask that are held against values and not against a table, the retired ones too; links are nothing they compare. */
    List<Compared> compared(String noun);

    /** Values as those conditions compare them, by the keys of {@link #compared(String)}; what has none has no key. */
    Map<String, Object> compared(String noun, CustomValues values);

    /**
     * @param key of its column in lists
     * @param message names it
     * @param choices what there is to choose from in the reader's language; none where it is typed
     */
    record Compared(
            String key,
            org.triviumcrm.shared.condition.FieldKind kind,
            String message,
            Function<Locale, List<Option>> choices) {}

    /** A value as people read it; null for none. */
    @Nullable
    String text(FieldSpec field, CustomValues values, Locale locale);
}

package org.triviumcrm.shared.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file that can be imported, such as customers. Its texts are {@code exchange.target.<key>},
 * {@code exchange.target.<key>.hint} and {@code exchange.target.<key>.<field>} for each field.
 */
public interface ImportTarget {

    String key();

    /** Place in the order in which a newcomer imports the files, from 1. */
    int order();

    /** What the importing person needs beside the right to import. */
    String permission();

    List<ImportField> fields();

    /** The tables that {@link #write} may fill; a later one may refer to an earlier one. */
    List<ImportTable> tables();

    /** Where a row has what {@link #keepsAnswers} is about: a {@code Map<String, String>} of the cells by their headings. */
    String ANSWERS = "answers";

    /** Key of the option that says what happens with rows that look like records that are there, see {@link ImportRow#resembles}. */
    String ALIKE = "alike";

    /** Whether columns that fit no field can be kept all the same, each cell under the heading of its column. */
    default boolean keepsAnswers() {
        return false;
    }

    /** What {@link ImportContext#mode} is asked with for one of those columns. */
    static String answer(String heading) {
        return ANSWERS + ":" + heading;
    }

    /**
     * Whether it is asked by what existing records are found and what happens to their fields. Otherwise the target knows: what a
     * file says of records that are there already changes none of their fields.
     */
    default boolean asksHow() {
        return true;
    }

    /** The fields that together say which record is meant, where neither a reference nor a name does; proposed as far as the file has them. */
    default List<String> proposedKeys() {
        return List.of();
    }

    /** What has to be chosen once for the whole file. */
    default List<ImportOption> options() {
        return List.of();
    }

    /**
     * What the record is called that was found for an option.
     *
     * @param personId who imports
     * @return null when there is no such record for that person
     */
    default @Nullable String found(long personId, String option, long id) {
        return null;
    }

    /** Makes what the whole file needs, once, before the first row is written. A dry run says the same and makes nothing. */
    default Preparation prepare(ImportContext context) {
        return new Preparation(context.options(), List.of());
    }

    /**
     * @param options with what was made in them, such as an id instead of "new"
     * @param made the records made
     */
    record Preparation(Map<String, String> options, List<ImportEffect> made) {}

    /**
     * Writes a batch inside the caller's transaction, with a fixed number of statements, and says for each row what
     * became of it: {@link ImportRow#done} or {@link ImportRow#refuse}. A dry run says the same and writes nothing.
     */
    void write(ImportBatch batch);

    /**
     * Writes the {@link ImportField#later()} fields of a batch after all rows of the file are there.
     * Rows without a value in one of them are left out.
     */
    default void link(ImportBatch batch) {}

    /**
     * Which of its records an undo must leave as they are now, such as those that wait for an approval. Asked for the records
     * of its own tables, in the transaction that then changes or deletes the others.
     */
    default Set<Long> keep(Collection<Long> ids) {
        return Set.of();
    }

    /**
     * What has to be done once an undo has deleted these of its records, in the same transaction. Asked right before, after
     * {@link #keep}.
     */
    default Runnable removing(Collection<Long> ids) {
        return () -> {};
    }

    /**
     * Takes back what an import changed beside the columns of the record itself.
     *
     * @param before by record id what {@link ImportEffect#before} said; keys that are no columns are the target's own
     */
    default void restore(Map<Long, Map<String, @Nullable String>> before) {}
}

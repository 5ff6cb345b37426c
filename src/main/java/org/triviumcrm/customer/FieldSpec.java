package org.triviumcrm.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that an administrator has added to a kind of record.
 *
 * @param noun of the {@link FieldCarrier}
 * @param key letters and digits, the same for ever, see {@link CustomValues}
 * @param target noun of what a record is chosen from; null for other kinds
 * @param name in English, or in Chinese where there is no other
 * @param initial what a new record begins with, as it is typed; null for nothing
 * @param sensitive whether it must not be used to decide about people, so that mining and segments refuse it
 * @param growing whether an import may add choices
 * @param active whether it is asked and shown; what is not keeps its values
 * @param ready whether it has its indexes, so that lists can be filtered and sorted by it
 */
public record FieldSpec(
        long id,
        String noun,
        String key,
        FieldKind kind,
        @Nullable String target,
        String name,
        @Nullable String chinese,
        @Nullable String help,
        @Nullable String chineseHelp,
        boolean required,
        @Nullable String initial,
        boolean sensitive,
        boolean growing,
        boolean active,
        boolean ready,
        List<FieldChoice> choices) {

    /** Begins the keys of the messages that name it and its choices. */
    private static final String MESSAGES = "custom.field.";

    public String name(Locale locale) {
        return isChinese(locale) && chinese != null ? chinese : name;
    }

    public @Nullable String help(Locale locale) {
        return isChinese(locale) && chineseHelp != null ? chineseHelp : help;
    }

    /** The SQL expression of its value, given the alias of the record's table; of the type that its {@link FieldKind} says. */
    public String sql(String alias) {
        return kind.sql(alias + "." + FieldCarrier.COLUMN, key);
    }

    /** What the person or record is called, kept beside the values so that an index sorts by it. */
    public String nameSql(String alias) {
        return FieldKind.named(alias + "." + FieldCarrier.COLUMN + "_names", key);
    }

    /** The same of the currency of an amount. */
    public String currencySql(String alias) {
        return "(" + alias + "." + FieldCarrier.COLUMN + " ->> '" + currencyKey() + "')";
    }

    public String currencyKey() {
        return key + CustomValues.CURRENCY;
    }

    /** Message key of its name; a choice's is this, a dot and the key of the choice. */
    public String message() {
        return MESSAGES + noun + "." + key;
    }

    /** Key of its column in lists. */
    public String column() {
        return column(key);
    }

    /** Key of the column of the field with this key. */
    public static String column(String key) {
        return FieldCarrier.COLUMN + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    /** Whether something with this key is a field that was added, rather than the product's own. */
    public static boolean isColumn(String key) {
        int begins = FieldCarrier.COLUMN.length();
        return key.startsWith(FieldCarrier.COLUMN)
                && key.length() > begins
                && !Character.isLowerCase(key.charAt(begins));
    }

    public Optional<FieldChoice> choice(String chosen) {
        return choices.stream().filter(choice -> choice.key().equals(chosen)).findFirst();
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}

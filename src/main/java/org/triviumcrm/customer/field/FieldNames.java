package org.triviumcrm.customer.field;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.FieldSpec;

/**
 * Custom fields and their choices are called by messages like everything else, so that whatever names a field by a message names
 * them as well: lists, filters, histories, imports. Asked for what no file of messages has.
 */
@Component
class FieldNames {

    /** A field, or choices of it: one, several with commas between them, or an array in JSON. */
    private static final Pattern FIELD =
            Pattern.compile("custom\\.field\\.(\\w+)\\.(\\w+)(?:\\.(.+))?", Pattern.DOTALL);

    /** The same field in a file that is imported, by its column. */
    private static final Pattern IMPORTED = Pattern.compile("exchange\\.target\\.(\\w+)\\.(custom[A-Z]\\w*)");

    private static final Pattern CHOICE = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final ObjectProvider<FieldCatalogue> fields;

    FieldNames(ObjectProvider<FieldCatalogue> fields, MessageSource messages) {
        this.fields = fields;
        ((HierarchicalMessageSource) messages).setParentMessageSource(new Messages());
    }

    /** Not a bean, so that there is one source of messages. */
    private final class Messages extends AbstractMessageSource {

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            return name(code, locale);
        }

        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            String text = name(code, locale);
            return text == null
                    ? null
                    : new MessageFormat(text.replace("'", "''").replace("{", "'{'"), locale);
        }
    }

    private @Nullable String name(String code, Locale locale) {
        Matcher field = FIELD.matcher(code);
        if (field.matches()) {
            String chosen = field.group(3);
            return find(field.group(1), spec -> spec.key().equals(field.group(2)))
                    .map(spec -> chosen == null ? spec.name(locale) : chosen(spec, chosen, locale))
                    .orElse(null);
        }
        Matcher imported = IMPORTED.matcher(code);
        return imported.matches()
                ? find(imported.group(1), spec -> spec.column().equals(imported.group(2)))
                        .map(spec -> spec.name(locale))
                        .orElse(null)
                : null;
    }

    private Optional<FieldSpec> find(String noun, Predicate<FieldSpec> which) {
        return fields.getObject().of(noun).stream().filter(which).findFirst();
    }

    static String chosen(FieldSpec field, String keys, Locale locale) {
        return CHOICE.matcher(keys)
                .results()
                .map(key -> field.choice(key.group())
                        .map(choice -> choice.name(locale))
                        .orElse(key.group()))
                .collect(Collectors.joining(", "));
    }
}

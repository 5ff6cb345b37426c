package org.triviumcrm.customer.field;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.FieldChoice;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.FieldSpec;

/** Makes choices of custom fields, each with a key of its own. */
@Component
class FieldChoices {

    private static final int LONGEST_KEY = 30;

    private final CustomChoiceRepository choices;
    private final FieldCatalogue catalogue;

    FieldChoices(CustomChoiceRepository choices, FieldCatalogue catalogue) {
        this.choices = choices;
        this.catalogue = catalogue;
    }

    CustomChoice add(long fieldId, String name, @Nullable String chinese) {
        List<CustomChoice> present = choices.findByFieldIdOrderByPositionAscIdAsc(fieldId);
        Set<String> keys = new HashSet<>();
        present.forEach(choice -> keys.add(choice.getKey()));
        int last = present.isEmpty() ? 0 : present.get(present.size() - 1).getPosition();
        CustomChoice choice = new CustomChoice(fieldId, key(name, keys::contains), last + 1, name, chinese);
        catalogue.change();
        return choices.saveAndFlush(choice);
    }

    /** What a text of a file chooses; what there is not yet is made, unless nothing is to be written. */
    Object chosen(FieldSpec field, String text, boolean dry) {
        List<String> names = field.kind() == FieldKind.CHOICES ? FieldReader.names(text) : List.of(text);
        List<String> keys = new ArrayList<>();
        for (String name : names) {
            String shortened =
                    name.length() > SaveField.LONGEST_CHOICE ? name.substring(0, SaveField.LONGEST_CHOICE) : name;
            keys.add(FieldReader.found(field, shortened)
                    .map(FieldChoice::key)
                    .orElseGet(() ->
                            dry ? shortened : add(field.id(), shortened, null).getKey()));
        }
        return field.kind() == FieldKind.CHOICES ? keys.stream().distinct().toList() : keys.get(0);
    }

    /** The name in small letters, as far as they are plain, and told apart from those there are. */
    static String key(String name, Predicate<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String start = plain.isEmpty() ? "choice" : plain.substring(0, Math.min(LONGEST_KEY, plain.length()));
        String key = start;
        for (int at = 2; taken.test(key); at++) {
            key = start + "-" + at;
        }
        return key;
    }
}

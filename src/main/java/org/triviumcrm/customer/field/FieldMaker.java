package org.triviumcrm.customer.field;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.FieldCarrier;

/** Makes new fields, in the caller's transaction. */
@Component
class FieldMaker {

    /** Of each kind of record. Each has an index that every change of its values keeps up to date. */
    static final int MOST = 60;

    /** Between two positions. */
    static final int APART = 10;

    private static final int LONGEST_KEY = 30;

    private final CustomFieldRepository fields;
    private final FieldChoices choices;
    private final FieldCatalogue catalogue;
    private final FieldJobs jobs;
    private final Set<String> nouns;

    FieldMaker(
            CustomFieldRepository fields,
            FieldChoices choices,
            FieldCatalogue catalogue,
            FieldJobs jobs,
            List<FieldCarrier> carriers) {
        this.fields = fields;
        this.choices = choices;
        this.catalogue = catalogue;
        this.jobs = jobs;
        this.nouns = Set.copyOf(carriers.stream().map(FieldCarrier::noun).toList());
    }

    /** How many more records of a kind could have; 0 for those that have none. */
    int room(String noun) {
        return nouns.contains(noun)
                ? Math.max(
                        0, MOST - fields.findByNounOrderByPositionAscIdAsc(noun).size())
                : 0;
    }

    /** The position of the next one, behind all others and with room before it. */
    int next(String noun) {
        return APART
                + fields.findByNounOrderByPositionAscIdAsc(noun).stream()
                        .mapToInt(CustomField::getPosition)
                        .max()
                        .orElse(0);
    }

    CustomField make(SaveField input) {
        Set<String> keys = new HashSet<>();
        fields.findByNounOrderByPositionAscIdAsc(input.noun())
                .forEach(field -> keys.add(field.getKey().toLowerCase(Locale.ROOT)));
        CustomField field = fields.saveAndFlush(new CustomField(
                key(input.english(), key -> keys.contains(key.toLowerCase(Locale.ROOT))), input));
        if (field.getKind().isChosen()) {
            input.named().forEach(choice -> choices.add(field.getId(), choice.name(), choice.chinese()));
        }
        catalogue.change();
        jobs.start(field.getId());
        return field;
    }

    /** The name as one word of plain letters, {@code contractVolume}, and told apart from those there are. */
    static String key(String name, Predicate<String> taken) {
        StringBuilder word = new StringBuilder();
        for (String part : FieldChoices.key(name, key -> false).split("-")) {
            boolean first = word.isEmpty();
            word.append(first ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        String plain = name.matches(".*[A-Za-z0-9].*") ? word.toString() : "field";
        if (!Character.isLetter(plain.charAt(0))) {
            plain = "field" + plain;
        }
        String start = plain.substring(0, Math.min(LONGEST_KEY, plain.length()));
        String key = start;
        for (int at = 2; taken.test(key); at++) {
            key = start + at;
        }
        return key;
    }
}

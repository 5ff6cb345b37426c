package org.triviumcrm.exchange.dataimport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.exchange.dataimport.ValueAnswer.Action;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportReference;
import org.triviumcrm.shared.exchange.ImportReference.Named;
import org.triviumcrm.shared.exchange.ImportTarget;

/** Finds the texts of a file that name no record for certain, and proposes what is meant. */
@Component
class ValueQuestions {

    private static final int PIECE = 5_000;
    /** So many texts get a proposal; whoever has more unknown names has another file in mind. */
    private static final int PROPOSALS = 300;

    private final ImportTargets targets;
    private final ValueRepository values;

    ValueQuestions(ImportTargets targets, ValueRepository values) {
        this.targets = targets;
        this.values = values;
    }

    /** Asks what has to be asked; answers given before for the same import stay. */
    void collect(DataImport file, ImportTarget target, ImportContext context) {
        for (ImportField field : target.fields()) {
            Integer column = file.plan().columns().get(field.key());
            String fixed = file.plan().fixed().get(field.key());
            if (field.type() != FieldType.REFERENCE || (column == null && fixed == null)) {
                continue;
            }
            List<ValueRepository.Counted> texts = column == null
                    ? List.of(new ValueRepository.Counted(String.valueOf(fixed), file.total()))
                    : values.distinct(file.id(), column, file.format().nothing());
            List<ValueRepository.Counted> unknown = unknown(file, field, texts, context);
            values.clear(
                    file.id(),
                    field.key(),
                    unknown.stream().map(ValueRepository.Counted::value).toList());
            if (!unknown.isEmpty()) {
                values.add(file.id(), propose(field, unknown, context));
            }
        }
    }

    private List<ValueRepository.Counted> unknown(
            DataImport file, ImportField field, List<ValueRepository.Counted> texts, ImportContext context) {
        List<ValueRepository.Counted> unknown = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += PIECE) {
            List<ValueRepository.Counted> piece = texts.subList(from, Math.min(texts.size(), from + PIECE));
            List<String> names =
                    piece.stream().map(ValueRepository.Counted::value).toList();
            Set<String> known =
                    new HashSet<>(targets.reference(field).find(names, context).keySet());
            Integer own = ownColumn(file);
            if (field.ownFile() && own != null) {
                known.addAll(values.inColumn(file.id(), own, names));
            }
            piece.stream().filter(text -> !known.contains(text.value())).forEach(unknown::add);
        }
        return unknown;
    }

    /** The column that names the rows of the file themselves. */
    private @Nullable Integer ownColumn(DataImport file) {
        return file.plan().columns().get("name");
    }

    private List<ValueAnswer> propose(ImportField field, List<ValueRepository.Counted> unknown, ImportContext context) {
        ImportReference reference = targets.reference(field);
        Map<String, ValueRepository.Remembered> before =
                values
                        .remembered(
                                reference.key(),
                                unknown.stream()
                                        .map(text -> folded(text.value()))
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(ValueRepository.Remembered::value, Function.identity()));
        Set<String> names = before.values().stream()
                .map(ValueRepository.Remembered::recordName)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Long> meant = names.isEmpty() ? Map.of() : reference.find(names, context);
        List<ValueAnswer> proposals = new ArrayList<>();
        for (ValueRepository.Counted text : unknown) {
            Named like = earlier(before.get(folded(text.value())), meant);
            if (like == null && proposals.size() < PROPOSALS) {
                like = Similarity.best(text.value(), reference.similar(text.value(), context))
                        .orElse(null);
            }
            proposals.add(proposal(field, reference, text, like, before.get(folded(text.value()))));
        }
        return proposals;
    }

    /** What was meant last time, if it is still there. */
    private static @Nullable Named earlier(ValueRepository.@Nullable Remembered before, Map<String, Long> meant) {
        if (before == null || before.recordName() == null) {
            return null;
        }
        Long id = meant.get(before.recordName());
        return id == null ? null : new Named(id, before.recordName());
    }

    private static ValueAnswer proposal(
            ImportField field,
            ImportReference reference,
            ValueRepository.Counted text,
            @Nullable Named like,
            ValueRepository.@Nullable Remembered before) {
        Action action = field.required() ? Action.REFUSE : Action.EMPTY;
        if (like != null) {
            action = Action.MAP;
        } else if (before != null && before.action() != Action.MAP) {
            action = before.action();
        } else if (reference.creatable() && (reference.createsByDefault() || !field.required())) {
            action = Action.CREATE;
        }
        return new ValueAnswer(
                field.key(),
                text.value(),
                text.rows(),
                action,
                reference.kind(text.value()),
                like == null ? null : like.id(),
                like == null ? null : like.id(),
                like == null ? null : like.name(),
                false);
    }

    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

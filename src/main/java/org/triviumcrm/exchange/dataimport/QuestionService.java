package org.triviumcrm.exchange.dataimport;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.exchange.dataimport.ValueAnswer.Action;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportReference;
import org.triviumcrm.shared.exchange.ImportReference.Named;
import org.triviumcrm.shared.exchange.ImportTarget;

/** Asks what unknown texts mean, each once, and remembers the answers for the next file. */
@Service
@Transactional
public class QuestionService {

    /** A form binds no more than 256 rows. */
    static final int SHOWN = 250;

    private final ImportService imports;
    private final ValueRepository values;
    private final ImportTargets targets;
    private final ImportContexts contexts;
    private final Clock clock;

    QuestionService(
            ImportService imports,
            ValueRepository values,
            ImportTargets targets,
            ImportContexts contexts,
            Clock clock) {
        this.imports = imports;
        this.values = values;
        this.targets = targets;
        this.contexts = contexts;
        this.clock = clock;
    }

    /**
     * The questions of one field with what may be answered.
     *
     * @param first the number of the first among all questions
     */
    public record Questions(
            int first,
            ImportField field,
            String reference,
            List<ValueAnswer> values,
            List<Named> choices,
            boolean creatable,
            List<String> kinds) {

        /** How the present proposal stands in the form. */
        public String choice(ValueAnswer answer) {
            return switch (answer.action()) {
                case MAP -> "map:" + answer.recordId();
                case CREATE -> "create:" + answer.kind();
                case EMPTY -> "empty";
                case REFUSE -> "refuse";
            };
        }
    }

    @CanImport
    @Transactional(readOnly = true)
    public List<Questions> questions(Viewer viewer, long id) {
        DataImport file = imports.draft(viewer, id);
        ImportTarget target = targets.target(file.target());
        ImportContext context = contexts.dry(file);
        Map<String, List<ValueAnswer>> byField = new LinkedHashMap<>();
        values.asked(id, SHOWN)
                .forEach(value -> byField.computeIfAbsent(value.field(), any -> new ArrayList<>())
                        .add(value));
        AtomicInteger first = new AtomicInteger();
        return target.fields().stream()
                .filter(field -> byField.containsKey(field.key()))
                .map(field -> {
                    ImportReference reference = targets.reference(field);
                    List<ValueAnswer> asked = byField.getOrDefault(field.key(), List.of());
                    return new Questions(
                            first.getAndAdd(asked.size()),
                            field,
                            reference.key(),
                            asked,
                            reference.choices("", context),
                            reference.creatable(),
                            reference.kinds());
                })
                .toList();
    }

    /** Takes the answers; questions beyond those shown are answered as proposed. The trial goes on. */
    @CanImport
    public void answer(Viewer viewer, long id, AnswerValues input) {
        DataImport file = imports.draft(viewer, id);
        ImportContext context = contexts.dry(file);
        Map<String, ImportField> fields = fields(file);
        Map<String, Map<Long, String>> names = new LinkedHashMap<>();
        for (AnswerValues.Answer answer : input.getAnswers()) {
            ImportField field = fields.get(answer.getField());
            if (field != null) {
                ImportReference reference = targets.reference(field);
                take(
                        id,
                        field,
                        reference,
                        answer,
                        names.computeIfAbsent(reference.key(), any -> named(reference, context)));
            }
        }
        values.answerRest(id);
        imports.check(file);
    }

    /** The places of answers that mean a record which was not offered. */
    @CanImport
    @Transactional(readOnly = true)
    public List<Integer> unknown(Viewer viewer, long id, AnswerValues input) {
        DataImport file = imports.draft(viewer, id);
        Map<String, ImportField> fields = fields(file);
        ImportContext context = contexts.dry(file);
        Map<String, Map<Long, String>> names = new LinkedHashMap<>();
        List<Integer> unknown = new ArrayList<>();
        for (int at = 0; at < input.getAnswers().size(); at++) {
            AnswerValues.Answer answer = input.getAnswers().get(at);
            ImportField field = fields.get(answer.getField());
            if (field != null && answer.getChoice().startsWith("map:")) {
                ImportReference reference = targets.reference(field);
                Map<Long, String> offered = names.computeIfAbsent(reference.key(), any -> named(reference, context));
                long record = Long.parseLong(answer.getChoice().substring(4));
                if (name(id, field, answer.getValue(), record, offered) == null) {
                    unknown.add(at);
                }
            }
        }
        return unknown;
    }

    private Map<String, ImportField> fields(DataImport file) {
        Map<String, ImportField> fields = new LinkedHashMap<>();
        targets.target(file.target()).fields().stream()
                .filter(field -> field.reference() != null)
                .forEach(field -> fields.put(field.key(), field));
        return fields;
    }

    private static Map<Long, String> named(ImportReference reference, ImportContext context) {
        Map<Long, String> names = new LinkedHashMap<>();
        reference.choices("", context).forEach(name -> names.put(name.id(), name.name()));
        return names;
    }

    private void take(
            long id,
            ImportField field,
            ImportReference reference,
            AnswerValues.Answer answer,
            Map<Long, String> names) {
        String[] choice = answer.getChoice().split(":", 2);
        String detail = choice.length > 1 ? choice[1] : "";
        Action action = switch (choice[0]) {
            case "map" -> Action.MAP;
            case "create" -> Action.CREATE;
            case "empty" -> Action.EMPTY;
            default -> Action.REFUSE;
        };
        Long record = action == Action.MAP && detail.matches("\\d{1,18}") ? Long.valueOf(detail) : null;
        boolean sound = (action != Action.MAP || record != null) && (action != Action.CREATE || reference.creatable());
        if (sound) {
            String name = name(id, field, answer.getValue(), record, names);
            if (action != Action.MAP || name != null) {
                values.answer(
                        id, field.key(), answer.getValue(), action, action == Action.CREATE ? detail : "", record);
                values.remember(reference.key(), answer.getValue(), action, name, clock.instant());
            }
        }
    }

    private @Nullable String name(
            long id, ImportField field, String value, @Nullable Long record, Map<Long, String> names) {
        if (record == null) {
            return null;
        }
        return names.containsKey(record)
                ? names.get(record)
                : values.answers(id, field.key(), List.of(value)).stream()
                        .filter(answer -> record.equals(answer.suggestionId()))
                        .map(ValueAnswer::suggestionName)
                        .findFirst()
                        .orElse(null);
    }
}

package org.triviumcrm.exchange.dataimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.exchange.dataimport.ValueAnswer.Action;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportReference;
import org.triviumcrm.shared.exchange.ImportRow;

/** Replaces the texts of reference fields by the ids they stand for, with two statements a field and batch. */
@Component
class ReferenceResolver {

    private final ImportTargets targets;
    private final ValueRepository values;

    ReferenceResolver(ImportTargets targets, ValueRepository values) {
        this.targets = targets;
        this.values = values;
    }

    /** Gives the records that were created because the answers say so. */
    List<ImportEffect> resolve(DataImport file, ImportBatch batch, List<ImportField> fields) {
        List<ImportEffect> created = new ArrayList<>();
        for (ImportField field : fields) {
            if (field.type() == FieldType.REFERENCE) {
                resolve(file, batch, field, created);
            }
        }
        return created;
    }

    private void resolve(DataImport file, ImportBatch batch, ImportField field, List<ImportEffect> created) {
        List<ImportRow> rows =
                batch.standing().stream().filter(row -> row.has(field.key())).toList();
        Set<String> texts = rows.stream().map(row -> row.text(field.key())).collect(Collectors.toSet());
        if (texts.isEmpty()) {
            return;
        }
        ImportReference reference = targets.reference(field);
        Map<String, Long> ids = new HashMap<>(reference.find(texts, batch.context()));
        texts.removeAll(ids.keySet());
        Map<String, ValueAnswer> answers = values.answers(file.id(), field.key(), texts).stream()
                .collect(Collectors.toMap(ValueAnswer::value, answer -> answer, (one, two) -> one, TreeMap::new));
        created.addAll(create(file.id(), field, reference, answers, ids, batch.context()));
        if (field.ownFile() && batch.context().dry()) {
            toCome(file, texts, answers).forEach(text -> ids.put(text, 0L));
        }
        for (ImportRow row : rows) {
            apply(row, field, ids, answers.get(String.valueOf(row.text(field.key()))));
        }
    }

    /**
     * What names a row of the same file that a trial does not write. Nothing else is left without an answer: every other
     * unknown text has been asked about. The rows refused so far will not be there to be named.
     */
    private Set<String> toCome(DataImport file, Set<String> texts, Map<String, ValueAnswer> answers) {
        Set<String> rows = new HashSet<>(texts);
        rows.removeAll(answers.keySet());
        Integer names = file.plan().columns().get("name");
        if (names == null || rows.isEmpty()) {
            return Set.of();
        }
        rows.removeAll(values.ofRefusedRows(file.id(), names, rows));
        return rows;
    }

    private List<ImportEffect> create(
            long importId,
            ImportField field,
            ImportReference reference,
            Map<String, ValueAnswer> answers,
            Map<String, Long> ids,
            ImportContext context) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (ValueAnswer answer : answers.values()) {
            if (answer.action() == Action.CREATE && answer.recordId() == null) {
                kinds.put(answer.value(), answer.kind());
            } else if (answer.recordId() != null
                    && answer.action() != Action.EMPTY
                    && answer.action() != Action.REFUSE) {
                ids.put(answer.value(), answer.recordId());
            }
        }
        if (kinds.isEmpty()) {
            return List.of();
        }
        if (context.dry()) {
            kinds.keySet().forEach(name -> ids.put(name, 0L));
            return List.of();
        }
        Map<String, ImportEffect> made = reference.create(kinds, context);
        made.forEach((name, effect) -> {
            ids.put(name, effect.recordId());
            values.answer(importId, field.key(), name, Action.CREATE, kinds.getOrDefault(name, ""), effect.recordId());
        });
        return List.copyOf(made.values());
    }

    private static void apply(ImportRow row, ImportField field, Map<String, Long> ids, @Nullable ValueAnswer answer) {
        String text = String.valueOf(row.text(field.key()));
        Long id = ids.get(text);
        if (id != null) {
            row.values().put(field.key(), id);
        } else {
            row.values().remove(field.key());
            if (answer == null && !field.ownFile()) {
                row.refuse("exchange.refusal.unknown", field.key(), text);
            } else if (answer == null) {
                row.refuse("exchange.refusal.parent", field.key(), text);
            } else if (answer.action() == Action.REFUSE) {
                row.refuse("exchange.refusal.chosen", field.key(), text);
            }
        }
    }
}

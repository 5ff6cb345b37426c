package org.triviumcrm.exchange.dataimport;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.triviumcrm.exchange.file.FileFormat;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportTarget;

/** Proposes what becomes of the columns of a file. */
@Component
class ImportPlans {

    private static final int SAMPLE = 200;

    private final FileRepository files;
    private final MemoryRepository memory;

    ImportPlans(FileRepository files, MemoryRepository memory) {
        this.files = files;
        this.memory = memory;
    }

    /** As a file with these headers was imported last time, else as guessed; what was found for an option was for that file only. */
    ImportPlan propose(long importId, ImportTarget target, FileFormat format) {
        FileSample sample = FileSample.read(files.open(importId), format, SAMPLE);
        return memory.find(target.key(), sample.headers())
                .map(known -> withFound(asBefore(known, target), target, Map.of()))
                .orElseGet(() -> ColumnGuesser.plan(target, sample.headers(), sample.cells()));
    }

    /** With these records for the options that want one. */
    static ImportPlan withFound(ImportPlan plan, ImportTarget target, Map<String, String> found) {
        Map<String, String> options = new HashMap<>(plan.options());
        target.options().stream()
                .filter(ImportOption::isFound)
                .forEach(option -> options.put(option.key(), found.getOrDefault(option.key(), "")));
        return plan.withOptions(options, plan.prepared());
    }

    /** As last time, as far as it can still be: a pipeline may be gone, a field retired. */
    static ImportPlan asBefore(ImportPlan known, ImportTarget target) {
        Map<String, String> options = new HashMap<>();
        for (ImportOption option : target.options()) {
            String before = known.options().get(option.key());
            boolean offered = option.isFound() && before != null
                    || option.choices().stream()
                            .anyMatch(choice -> choice.value().equals(before));
            options.put(option.key(), offered ? String.valueOf(before) : option.fallback());
        }
        Set<String> fields = target.fields().stream().map(ImportField::key).collect(Collectors.toSet());
        return known.withOptions(options, false).only(fields);
    }
}

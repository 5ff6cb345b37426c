package org.triviumcrm.exchange.dataimport;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportReference;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.web.NotFound;

/** What can be imported and what can be referred to, as the modules bring it along. */
@Component
class ImportTargets {

    private final Map<String, ImportTarget> targets;
    private final Map<String, ImportReference> references;

    ImportTargets(List<ImportTarget> targets, List<ImportReference> references) {
        this.targets = targets.stream()
                .sorted(Comparator.comparingInt(ImportTarget::order))
                .collect(Collectors.toMap(
                        ImportTarget::key, Function.identity(), (one, two) -> one, LinkedHashMap::new));
        this.references = references.stream().collect(Collectors.toMap(ImportReference::key, Function.identity()));
    }

    List<ImportTarget> open(Viewer viewer) {
        return targets.values().stream()
                .filter(target -> viewer.can(target.permission()))
                .toList();
    }

    ImportTarget target(String key) {
        ImportTarget target = targets.get(key);
        if (target == null) {
            throw new NotFound();
        }
        return target;
    }

    /** The table of a kind of record that can be imported. */
    Optional<ImportTable> table(String recordType) {
        return targets.values().stream()
                .flatMap(target -> target.tables().stream())
                .filter(table -> table.recordType().equals(recordType))
                .findFirst();
    }

    ImportReference reference(ImportField field) {
        ImportReference reference = references.get(field.reference());
        if (reference == null) {
            throw new IllegalStateException("No reference " + field.reference());
        }
        return reference;
    }

    /** Every table that an import of this target may have written into, the first filled first. */
    List<ImportTable> tables(ImportTarget target) {
        Map<String, ImportTable> tables = new LinkedHashMap<>();
        target.fields().stream()
                .filter(field -> field.reference() != null)
                .flatMap(field -> reference(field).tables().stream())
                .forEach(table -> tables.putIfAbsent(table.recordType(), table));
        target.tables().forEach(table -> tables.putIfAbsent(table.recordType(), table));
        return List.copyOf(tables.values());
    }
}

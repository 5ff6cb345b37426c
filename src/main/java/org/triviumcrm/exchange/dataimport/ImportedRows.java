package org.triviumcrm.exchange.dataimport;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;

/** Lets every list of records that can be imported be asked for those that an import brought in or changed. */
@Component
class ImportedRows implements ListFilterSource {

    static final String FILTER = "import";

    private final Set<String> recordTypes;

    ImportedRows(List<ImportTarget> targets) {
        recordTypes = targets.stream()
                .flatMap(target -> target.tables().stream())
                .map(ImportTable::recordType)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<ListColumn> filter(String noun) {
        if (!recordTypes.contains(noun)) {
            return Optional.empty();
        }
        String ids =
                "select e.record_id from import_effect e where e.record_type = '" + noun + "' and e.import_id in (%s)";
        return Optional.of(ListColumn.filterOnly(
                FILTER, "exchange.import.filter", new Choices.Numbers(ids, "exchange.import.filter.number")));
    }
}

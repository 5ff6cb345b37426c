package org.triviumcrm.customer.segment;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;
import org.triviumcrm.shared.list.ListReader;

/** Customers by the segments they belong to, and contacts by those of their customers. */
@Configuration(proxyBeanMethods = false)
class SegmentFilters {

    static final String KEY = "segment";

    private static final String MEMBERS =
            "select m.customer_id from segment_member m where m.until is null and m.segment_id in (%1$s)";

    @Bean
    ListFilterSource bySegment() {
        return new ListFilterSource() {
            @Override
            public Optional<ListColumn> filter(String noun) {
                return switch (noun) {
                    case "customer" -> Optional.of(column(MEMBERS));
                    case "contact" ->
                        Optional.of(column("select k.id from contact k where k.customer_id in (" + MEMBERS + ")"));
                    default -> Optional.empty();
                };
            }

            @Override
            public boolean isFor(ListReader reader) {
                return reader.can("customer.segment.view");
            }
        };
    }

    private static ListColumn column(String query) {
        return ListColumn.filterOnly(KEY, "customer.segment.one", Choices.rows("segment", "name", query));
    }
}

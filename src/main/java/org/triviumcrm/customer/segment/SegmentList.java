package org.triviumcrm.customer.segment;

import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.RowScope;

/** What the list of segments shows, sorts and filters by; they are few. */
@Configuration(proxyBeanMethods = false)
class SegmentList {

    static final String NOUN = "segment";
    static final String PATH = "/customers/segments";

    @Bean
    ListDefinition segments() {
        return ListDefinition.of(NOUN, PATH)
                .messages("customer.segment")
                .permissions("customer.segment.view", "customer.segment.edit")
                .from("segment", "s")
                .join("left join segment_state state on state.segment_id = s.id")
                .seenBy(reader -> RowScope.EVERY_ROW)
                .column(ListColumn.link("name", "s.name", "s.id", PATH + "/{id}")
                        .sortableNotNull("s.name")
                        .filterable()
                        .shown())
                .column(ListColumn.of("members", INTEGER, "state.members").shown())
                .column(ListColumn.of("refreshedAt", INSTANT, "state.refreshed_at")
                        .shown())
                .column(ListColumn.text("note", "s.note").shown())
                .column(ListColumn.of("createdAt", INSTANT, "s.created_at")
                        .sortableNotNull("s.created_at")
                        .filterable())
                .column(ListColumn.of("updatedAt", INSTANT, "s.updated_at")
                        .sortableNotNull("s.updated_at")
                        .filterable()
                        .shown())
                .sortedBy("name")
                .build();
    }
}

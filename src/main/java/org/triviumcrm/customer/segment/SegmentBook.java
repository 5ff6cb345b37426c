package org.triviumcrm.customer.segment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.list.RowScope;
import org.triviumcrm.shared.web.Option;

/** Segments in the hands of others. */
@Component
class SegmentBook implements Segments {

    private static final String MEMBERS =
            "select c.id from segment_member m join customer c on c.id = m.customer_id where m.segment_id = :segment and ";

    private final SegmentRepository segments;
    private final SegmentMemberRepository members;
    private final Companies companies;

    SegmentBook(SegmentRepository segments, SegmentMemberRepository members, Companies companies) {
        this.segments = segments;
        this.members = members;
        this.companies = companies;
    }

    @Override
    public List<Option> choices(Viewer viewer) {
        return viewer.can("customer.segment.view")
                ? segments.findByOrderByNameAscIdAsc().stream()
                        .map(segment -> new Option(segment.getId(), segment.getName()))
                        .toList()
                : List.of();
    }

    @Override
    public Map<Long, String> names(Collection<Long> ids) {
        return segments.findAllById(ids).stream().collect(Collectors.toMap(Segment::getId, Segment::getName));
    }

    @Override
    public Optional<MatchingRows> members(Viewer viewer, long segmentId, @Nullable LocalDate on) {
        if (!viewer.can("customer.segment.view") || !segments.existsById(segmentId)) {
            return Optional.empty();
        }
        RowScope scope = viewer.scope("customer");
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("segment", segmentId);
        String when = "m.until is null";
        if (on != null) {
            var zone = companies.current().map(Company::zone).orElse(ZoneOffset.UTC);
            parameters.put("then", on.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
            when = "m.since < :then and (m.until is null or m.until >= :then)";
        }
        return Optional.of(new MatchingRows("/customers", MEMBERS + when + " and " + scope.sql("c"), parameters));
    }

    @Override
    public Set<Long> of(long customerId) {
        return members.of(customerId).stream()
                .map(SegmentMemberRepository.SegmentName::id)
                .collect(Collectors.toSet());
    }
}

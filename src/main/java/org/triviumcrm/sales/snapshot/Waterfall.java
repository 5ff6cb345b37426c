package org.triviumcrm.sales.snapshot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.sales.quota.Period;

/**
 * What changed of the open amount of a period since a week: what it was then and all changes make what it is now.
 *
 * @param since the week it is held against; null when none is written down yet
 * @param weeks those on offer
 * @param chosen the change whose opportunities are shown
 */
public record Waterfall(
        Period period,
        @Nullable TeamRef team,
        List<TeamRef> choices,
        @Nullable LocalDate since,
        List<LocalDate> weeks,
        BigDecimal before,
        List<Part> parts,
        BigDecimal after,
        @Nullable Change chosen,
        List<ChangedDeal> rows,
        String currency) {

    /** A change, with how many opportunities it is; negative when it makes the amount smaller. */
    public record Part(Change change, long count, BigDecimal amount) {}

    static List<Part> parts(List<ChangeRepository.Sum> sums) {
        Map<Change, Part> found = new HashMap<>();
        for (ChangeRepository.Sum sum : sums) {
            if (sum.change() != null) {
                found.put(sum.change(), new Part(sum.change(), sum.count(), sum.amount()));
            }
        }
        return Arrays.stream(Change.values())
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    public String href(Period other) {
        return href(other, null);
    }

    public String href(Change change) {
        return href(period, change);
    }

    private String href(Period other, @Nullable Change change) {
        UriComponentsBuilder uri =
                UriComponentsBuilder.fromPath("/sales/forecast/changes").queryParam("period", other);
        if (team != null) {
            uri.queryParam("team", team.id());
        }
        if (since != null) {
            uri.queryParam("since", since);
        }
        if (change != null) {
            uri.queryParam("change", change);
        }
        return uri.toUriString();
    }

    /** For ECharts: bars that stand on what was before them. */
    Map<String, Object> chart(Function<String, String> text) {
        List<String> names = new ArrayList<>(List.of(text.apply("before")));
        List<Object> base = new ArrayList<>(List.of(BigDecimal.ZERO));
        List<Object> bars = new ArrayList<>(List.of(before));
        BigDecimal level = before;
        for (Part part : parts) {
            BigDecimal next = level.add(part.amount());
            names.add(text.apply(part.change().name()));
            base.add(level.min(next));
            bars.add(Map.of(
                    "value",
                    part.amount().abs(),
                    "href",
                    href(part.change()),
                    "itemStyle",
                    Map.of("color", part.change().isMore() ? "#2fb344" : "#d63939")));
            level = next;
        }
        names.add(text.apply("after"));
        base.add(BigDecimal.ZERO);
        bars.add(after);
        return Map.of(
                "tooltip",
                Map.of("trigger", "item"),
                "grid",
                Map.of("left", 8, "right", 16, "top", 16, "bottom", 8, "containLabel", true),
                "xAxis",
                Map.of("type", "category", "data", names, "axisLabel", Map.of("interval", 0, "rotate", 30)),
                "yAxis",
                Map.of("type", "value"),
                "series",
                List.of(
                        Map.of(
                                "type",
                                "bar",
                                "stack",
                                "all",
                                "silent",
                                true,
                                "itemStyle",
                                Map.of("color", "transparent"),
                                "tooltip",
                                Map.of("show", false),
                                "data",
                                base),
                        Map.of("type", "bar", "stack", "all", "data", bars)));
    }
}

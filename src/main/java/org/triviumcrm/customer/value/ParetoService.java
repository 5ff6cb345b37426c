package org.triviumcrm.customer.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.customer.MeasuredFilter;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.customer.value.ParetoRepository.Line;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.ListLink;

/** Shares of what customers bring of regions, industries, products and months. */
@Service
@Transactional(readOnly = true)
public class ParetoService {

    static final int MOST = 10_000;

    /** With more buyers than these, what was written down when they were reckoned is shown. */
    private static final long AT_ONCE = 20_000;

    private final ParetoRepository revenue;
    private final ValueRuleRepository rules;
    private final Measures measures;
    private final ProductCatalogue products;
    private final Format format;
    private final MessageSource messages;

    ParetoService(
            ParetoRepository revenue,
            ValueRuleRepository rules,
            Measures measures,
            ProductCatalogue products,
            Format format,
            MessageSource messages) {
        this.revenue = revenue;
        this.rules = rules;
        this.measures = measures;
        this.products = products;
        this.format = format;
        this.messages = messages;
    }

    @CanViewValues
    public Pareto of(Viewer viewer, CustomerMeasure measure, ParetoCut cut) {
        return pareto(measures.of(viewer, measure.key()), cut);
    }

    /**
     * @param measure the key of one; null for revenue
     * @throws org.triviumcrm.shared.web.NotFound when the viewer is told no such measure
     * @throws AccessDeniedException for somebody who may not see key customers
     */
    @CanExportValues
    public Pareto export(Viewer viewer, @Nullable String measure, ParetoCut cut) {
        if (!viewer.can("customer.value.view")) {
            throw new AccessDeniedException("No key customers for this viewer");
        }
        return pareto(measures.of(viewer, measure), cut);
    }

    private Pareto pareto(CustomerMeasure measure, ParetoCut cut) {
        return revenue.keptAt(measure, cut, AT_ONCE)
                .map(at -> pareto(measure, cut, revenue.kept(measure, cut), at))
                .orElseGet(() -> pareto(measure, cut, now(measure, cut), null));
    }

    private List<Line> now(CustomerMeasure measure, ParetoCut cut) {
        SaveValueRules asked = rules.read();
        LocalDate today = format.today();
        return revenue.lines(measure, cut, asked, today.minusMonths(asked.months()), today, MOST);
    }

    private Pareto pareto(CustomerMeasure measure, ParetoCut cut, List<Line> lines, @Nullable Instant reckonedAt) {
        Map<Long, String> names = cut == ParetoCut.PRODUCT
                ? products.names(lines.stream()
                        .map(Line::key)
                        .filter(Objects::nonNull)
                        .map(Long::valueOf)
                        .toList())
                : Map.of();
        return new Pareto(
                cut, lines.stream().map(line -> row(measure, cut, line, names)).toList(), reckonedAt);
    }

    private ParetoRow row(CustomerMeasure measure, ParetoCut cut, Line line, Map<Long, String> names) {
        return new ParetoRow(
                line.key(),
                name(cut, line, names),
                href(measure, cut, line),
                line.customers(),
                line.revenue(),
                line.share(),
                line.reached(),
                line.valueClass());
    }

    private String name(ParetoCut cut, Line line, Map<Long, String> names) {
        String key = line.key();
        if (key == null) {
            return Objects.requireNonNull(
                    messages.getMessage("customer.value.by.none", null, LocaleContextHolder.getLocale()));
        }
        return switch (cut) {
            case PRODUCT -> names.getOrDefault(Long.valueOf(key), key);
            case MONTH -> format.month(YearMonth.parse(key));
            default -> key;
        };
    }

    private static @Nullable String href(CustomerMeasure measure, ParetoCut cut, Line line) {
        if (cut != ParetoCut.REGION && cut != ParetoCut.INDUSTRY) {
            return null;
        }
        String column = cut == ParetoCut.REGION ? "region" : "industry";
        ListLink link = ListLink.to("/customers").is(column(measure), "A", "B", "C");
        return (line.key() == null ? link.empty(column) : link.is(column, line.key())).toString();
    }

    /** The filter of customers by their class. */
    static String column(CustomerMeasure measure) {
        return Measures.isRevenue(measure) ? "valueClass" : MeasuredFilter.classKey(measure);
    }

    /** The filter of customers by recency, frequency and monetary value together. */
    static String segments(CustomerMeasure measure) {
        return Measures.isRevenue(measure) ? ValueFilters.SEGMENT : MeasuredFilter.segmentKey(measure);
    }

    /** The filter of customers by the square of the grid. */
    static String squares(CustomerMeasure measure) {
        return Measures.isRevenue(measure) ? ValueFilters.SQUARE : MeasuredFilter.squareKey(measure);
    }
}

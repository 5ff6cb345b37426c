package org.triviumcrm.sales.quota;

import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;

/**
 * Which quotas.
 *
 * @param period a year or a quarter, as {@link Period} writes them
 * @param by teams unless another kind is said
 * @param measure what is won unless something else is said
 * @param pipeline null for all of them
 */
public record QuotaFilter(
        @Nullable String period,
        @Nullable QuotaSubject by,
        @Nullable QuotaMeasure measure,
        @Nullable Long pipeline) {

    static final QuotaFilter NONE = new QuotaFilter(null, null, null, null);

    public Period in(YearMonth now) {
        return Period.read(period).filter(said -> said.months() > 1).orElse(Period.year(now.getYear()));
    }

    public QuotaMeasure measured() {
        return measure == null ? QuotaMeasure.WON : measure;
    }

    QuotaKey key(QuotaSubject subject, long id) {
        return new QuotaKey(measured(), subject, id, pipeline);
    }

    String href(String path, Period other, @Nullable QuotaSubject kind) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("period", other)
                .queryParamIfPresent("by", Optional.ofNullable(kind))
                .queryParamIfPresent("measure", Optional.ofNullable(measure))
                .queryParamIfPresent("pipeline", Optional.ofNullable(pipeline))
                .toUriString();
    }
}

package org.triviumcrm.marketing.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a plan is asked for.
 *
 * @param month 1 to 12; 0 and 13 for what lies before and after the year
 * @param method 0 for what names none
 * @param region blank for what names none
 */
public record PlanCut(
        @Nullable Integer quarter,
        @Nullable Integer month,
        @Nullable Long method,
        @Nullable String region) {

    static final PlanCut ALL = new PlanCut(null, null, null, null);

    static PlanCut quarter(int number) {
        return new PlanCut(number, null, null, null);
    }

    static PlanCut month(int number) {
        return new PlanCut(null, number, null, null);
    }

    static PlanCut method(long id) {
        return new PlanCut(null, null, id, null);
    }

    static PlanCut region(String name) {
        return new PlanCut(null, null, null, name);
    }

    boolean has(PlanFact fact) {
        return (quarter == null || quarter.equals(fact.quarter()))
                && (month == null || month == fact.month())
                && (method == null || method == methodOf(fact))
                && (region == null || region.equals(regionOf(fact)));
    }

    static long methodOf(PlanFact fact) {
        return fact.methodId() == null ? 0 : fact.methodId();
    }

    static String regionOf(PlanFact fact) {
        return fact.region() == null ? "" : fact.region();
    }

    /** Whether it is about some months only. */
    boolean isTimed() {
        return quarter != null || month != null;
    }

    /** The first day; null for from the beginning. */
    @Nullable
    LocalDate first(int year) {
        if (month != null) {
            return month < 1
                    ? null
                    : YearMonth.of(year, 1).plusMonths(month - 1L).atDay(1);
        }
        return quarter == null ? null : YearMonth.of(year, quarter * 3 - 2).atDay(1);
    }

    /** The last day; null for to the end. */
    @Nullable
    LocalDate last(int year) {
        if (month != null) {
            return month > 12
                    ? null
                    : YearMonth.of(year, 1).plusMonths(month - 1L).atEndOfMonth();
        }
        return quarter == null ? null : YearMonth.of(year, quarter * 3).atEndOfMonth();
    }

    /** Whether there is such a part. */
    boolean isSound() {
        return (quarter == null || quarter >= 1 && quarter <= 4) && (month == null || month >= 0 && month <= 13);
    }

    /** The page of the campaigns behind it. */
    String href(long planId) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(PlanList.PATH + "/" + planId + "/campaigns");
        if (quarter != null) {
            uri.queryParam("quarter", quarter);
        }
        if (month != null) {
            uri.queryParam("month", month);
        }
        if (method != null) {
            uri.queryParam("method", method);
        }
        if (region != null) {
            uri.queryParam("region", "{region}");
            return uri.encode().buildAndExpand(region).toUriString();
        }
        return uri.encode().build().toUriString();
    }
}

package org.triviumcrm.support.care;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a plan has done for each of its customers, and when. */
@Embeddable
public class CareLine {

    @Enumerated(EnumType.STRING)
    private CareKind kind;

    private String subject;

    @Enumerated(EnumType.STRING)
    private CareRhythm rhythm;

    private @Nullable Integer months;
    private @Nullable Integer month;
    private @Nullable Integer day;
    private int leadDays;
    private BigDecimal cost;

    @SuppressWarnings("NullAway")
    protected CareLine() {}

    /**
     * @param months for {@link CareRhythm#EVERY}
     * @param month with the day for {@link CareRhythm#YEARLY}
     * @param leadDays how long before its day it is on people's lists
     * @param cost of each time, in the company's currency
     */
    CareLine(
            CareKind kind,
            String subject,
            CareRhythm rhythm,
            @Nullable Integer months,
            @Nullable Integer month,
            @Nullable Integer day,
            int leadDays,
            BigDecimal cost) {
        this.kind = kind;
        this.subject = subject;
        this.rhythm = rhythm;
        this.months = rhythm == CareRhythm.EVERY ? months : null;
        this.month = rhythm == CareRhythm.YEARLY ? month : null;
        this.day = rhythm == CareRhythm.YEARLY ? day : null;
        this.leadDays = leadDays;
        this.cost = cost;
    }

    public CareKind getKind() {
        return kind;
    }

    public String getSubject() {
        return subject;
    }

    public CareRhythm getRhythm() {
        return rhythm;
    }

    public @Nullable Integer getMonths() {
        return months;
    }

    public @Nullable Integer getMonth() {
        return month;
    }

    public @Nullable Integer getDay() {
        return day;
    }

    public int getLeadDays() {
        return leadDays;
    }

    public BigDecimal getCost() {
        return cost;
    }

    /** The same for approvals and to compare: a text that is the same for the same lines. */
    String asText() {
        return String.join(
                " ",
                kind.name(),
                rhythm.name(),
                Objects.toString(months, "-"),
                Objects.toString(month, "-"),
                Objects.toString(day, "-"),
                String.valueOf(leadDays),
                cost.stripTrailingZeros().toPlainString(),
                subject);
    }
}

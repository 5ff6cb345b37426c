package org.triviumcrm.support.care;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A line of a plan as typed; one without a subject, a number or an amount is not there. */
public class SaveCareLine {

    private static final int USUAL_LEAD = 14;

    private CareKind kind = CareKind.VISIT;

    @Size(max = 200, message = "{form.tooLong}")
    private @Nullable String subject;

    private CareRhythm rhythm = CareRhythm.EVERY;

    @Min(value = 1, message = "{support.care.error.months}")
    @Max(value = 60, message = "{support.care.error.months}")
    private @Nullable Integer months;

    @Min(value = 1, message = "{support.care.error.day}")
    @Max(value = 12, message = "{support.care.error.day}")
    private @Nullable Integer month;

    @Min(value = 1, message = "{support.care.error.day}")
    @Max(value = 31, message = "{support.care.error.day}")
    private @Nullable Integer day;

    @Min(value = 0, message = "{support.care.error.leadDays}")
    @Max(value = 90, message = "{support.care.error.leadDays}")
    private @Nullable Integer leadDays = USUAL_LEAD;

    @PositiveOrZero(message = "{support.care.error.cost}")
    @Digits(integer = 12, fraction = 2, message = "{support.care.error.cost}")
    private @Nullable BigDecimal cost;

    static SaveCareLine of(CareLine line) {
        SaveCareLine input = new SaveCareLine();
        input.kind = line.getKind();
        input.subject = line.getSubject();
        input.rhythm = line.getRhythm();
        input.months = line.getMonths();
        input.month = line.getMonth();
        input.day = line.getDay();
        input.leadDays = line.getLeadDays();
        input.cost = line.getCost();
        return input;
    }

    boolean isBlank() {
        return subject == null && months == null && month == null && day == null && cost == null;
    }

    void check(String at, Errors errors) {
        if (subject == null) {
            errors.rejectValue(at + ".subject", "support.care.error.subject");
        }
        if (rhythm == CareRhythm.EVERY && months == null) {
            errors.rejectValue(at + ".months", "support.care.error.months");
        }
        boolean wrong = month == null || day == null || month >= 1 && month <= 12 && !CareDays.isDay(month, day);
        if (rhythm == CareRhythm.YEARLY && wrong && !errors.hasFieldErrors(at + ".day")) {
            errors.rejectValue(at + ".day", "support.care.error.day");
        }
    }

    /** The form was checked before. */
    CareLine toLine() {
        return new CareLine(
                kind,
                subject == null ? "" : subject,
                rhythm,
                months,
                month,
                day,
                leadDays == null ? USUAL_LEAD : leadDays,
                cost == null ? BigDecimal.ZERO : cost);
    }

    public CareKind getKind() {
        return kind;
    }

    public void setKind(CareKind kind) {
        this.kind = kind;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public CareRhythm getRhythm() {
        return rhythm;
    }

    public void setRhythm(CareRhythm rhythm) {
        this.rhythm = rhythm;
    }

    public @Nullable Integer getMonths() {
        return months;
    }

    public void setMonths(@Nullable Integer months) {
        this.months = months;
    }

    public @Nullable Integer getMonth() {
        return month;
    }

    public void setMonth(@Nullable Integer month) {
        this.month = month;
    }

    public @Nullable Integer getDay() {
        return day;
    }

    public void setDay(@Nullable Integer day) {
        this.day = day;
    }

    public @Nullable Integer getLeadDays() {
        return leadDays;
    }

    public void setLeadDays(@Nullable Integer leadDays) {
        this.leadDays = leadDays;
    }

    public @Nullable BigDecimal getCost() {
        return cost;
    }

    public void setCost(@Nullable BigDecimal cost) {
        this.cost = cost;
    }
}

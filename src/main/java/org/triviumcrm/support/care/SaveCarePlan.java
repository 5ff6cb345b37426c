package org.triviumcrm.support.care;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** A plan as typed. It holds rows, so it has setters. */
public class SaveCarePlan {

    @NotBlank(message = "{support.care.error.name}")
    @Size(max = 300, message = "{form.tooLong}")
    private String name = "";

    @NotNull(message = "{support.care.error.date}")
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate startsOn;

    @NotNull(message = "{support.care.error.date}")
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate endsOn;

    private List<String> valueClasses = new ArrayList<>();
    private List<String> segments = new ArrayList<>();
    private List<String> levels = new ArrayList<>();
    private List<Long> memberOf = new ArrayList<>();

    @NotNull(message = "{support.care.error.budget}")
    @PositiveOrZero(message = "{support.care.error.budget}")
    @Digits(integer = 12, fraction = 2, message = "{support.care.error.budget}")
    private @Nullable BigDecimal budget = BigDecimal.ZERO;

    @Size(max = 2000, message = "{form.tooLong}")
    private @Nullable String note;

    @NotNull(message = "{support.care.error.owner}")
    private @Nullable Long ownerId;

    @Size(max = 50, message = "{support.care.error.tooMany}")
    private List<@Valid SaveCareLine> lines = new ArrayList<>();

    private int version;

    static SaveCarePlan of(CarePlan plan) {
        SaveCarePlan input = new SaveCarePlan();
        input.name = plan.getName();
        input.startsOn = plan.getStartsOn();
        input.endsOn = plan.getEndsOn();
        input.valueClasses = plan.getValueClasses();
        input.segments = plan.getSegments();
        input.levels = plan.getLevels();
        input.memberOf = plan.getMemberOf();
        input.budget = plan.getBudget();
        input.note = plan.getNote();
        input.ownerId = plan.getOwnerId();
        input.version = plan.getVersion();
        plan.getLines().forEach(line -> input.lines.add(SaveCareLine.of(line)));
        return input;
    }

    /** Says what is wrong beyond single fields. @param known values that can be chosen for classes, segments and levels */
    void check(List<List<String>> known, Errors errors) {
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            errors.rejectValue("endsOn", "support.care.error.order");
        }
        if (startsOn != null && endsOn != null && endsOn.isAfter(startsOn.plusYears(5))) {
            errors.rejectValue("endsOn", "support.care.error.long");
        }
        if (valueClasses.isEmpty() && segments.isEmpty() && levels.isEmpty() && memberOf.isEmpty()) {
            errors.rejectValue("valueClasses", "support.care.error.nobody");
        }
        if (!known.get(0).containsAll(valueClasses)
                || !known.get(1).containsAll(segments)
                || !known.get(2).containsAll(levels)) {
            errors.reject("form.invalid");
        }
        boolean any = false;
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                any = true;
                lines.get(at).check("lines[" + at + "]", errors);
            }
        }
        if (!any) {
            errors.rejectValue("lines", "support.care.error.nothing");
        }
    }

    List<CareLine> toLines() {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(SaveCareLine::toLine)
                .toList();
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public @Nullable LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(@Nullable LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public @Nullable LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(@Nullable LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public List<String> getValueClasses() {
        return valueClasses;
    }

    public void setValueClasses(@Nullable List<String> valueClasses) {
        this.valueClasses = Objects.requireNonNullElse(valueClasses, List.of());
    }

    public List<String> getSegments() {
        return segments;
    }

    public void setSegments(@Nullable List<String> segments) {
        this.segments = Objects.requireNonNullElse(segments, List.of());
    }

    public List<String> getLevels() {
        return levels;
    }

    public void setLevels(@Nullable List<String> levels) {
        this.levels = Objects.requireNonNullElse(levels, List.of());
    }

    public List<Long> getMemberOf() {
        return memberOf;
    }

    public void setMemberOf(@Nullable List<Long> memberOf) {
        this.memberOf = memberOf == null
                ? List.of()
                : memberOf.stream().filter(Objects::nonNull).toList();
    }

    public @Nullable BigDecimal getBudget() {
        return budget;
    }

    public void setBudget(@Nullable BigDecimal budget) {
        this.budget = budget;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable Long getOwnerId() {
        return ownerId;
    }

    public void setOwnerId(@Nullable Long ownerId) {
        this.ownerId = ownerId;
    }

    public List<SaveCareLine> getLines() {
        return lines;
    }

    public void setLines(List<SaveCareLine> lines) {
        this.lines = lines;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}

package org.triviumcrm.marketing.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How the money of a year is divided, as typed line by line. */
public class SavePlanLines {

    static final int MOST = 400;

    @Size(max = MOST, message = "{marketing.plan.error.tooMany}")
    private List<@Valid SavePlanLine> lines = new ArrayList<>();

    private int version;

    public List<SavePlanLine> getLines() {
        return lines;
    }

    public void setLines(List<SavePlanLine> lines) {
        this.lines = lines;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    /** @throws NullPointerException when a line lacks its amount or its quarter; the service checks before */
    List<PlanLine> toLines() {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> new PlanLine(
                        Objects.requireNonNull(line.getQuarter()),
                        line.getRegion(),
                        line.getMethodId(),
                        Objects.requireNonNull(line.getAmount()),
                        line.getRevenue()))
                .toList();
    }
}

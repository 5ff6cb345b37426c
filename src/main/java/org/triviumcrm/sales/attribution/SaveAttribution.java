package org.triviumcrm.sales.attribution;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The campaigns that have brought an opportunity; those left out have not. */
public class SaveAttribution {

    private List<@Valid TouchLine> lines = new ArrayList<>();
    private String version = "0";

    public List<TouchLine> getLines() {
        return lines;
    }

    public void setLines(List<TouchLine> lines) {
        this.lines = lines;
    }

    /** {@link Attribution#version} that the form was opened with. */
    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    /** Whether what each has brought is said, for any of them. */
    boolean isSaid() {
        return lines.stream().anyMatch(line -> line.getPercent() != null);
    }

    /** What all shares together are, in per cent. */
    BigDecimal total() {
        return lines.stream()
                .map(TouchLine::getPercent)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

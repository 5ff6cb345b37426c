package org.triviumcrm.sales.split;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The shares of people in an opportunity; with none, or all of it the owner's, nothing is split. */
public class SaveSplit {

    private List<@Valid SplitLine> lines = new ArrayList<>();
    private long version;

    public List<SplitLine> getLines() {
        return lines;
    }

    public void setLines(List<SplitLine> lines) {
        this.lines = lines;
    }

    /** {@link Split#version} that the form was opened with. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    /** What all shares together are, in percent. */
    BigDecimal total() {
        return lines.stream()
                .map(SplitLine::getPercent)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

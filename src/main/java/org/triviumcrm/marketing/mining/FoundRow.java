package org.triviumcrm.marketing.mining;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.mining.tree.AttributeKind;
import org.triviumcrm.marketing.mining.tree.Row;

/** The row that a result stands at. */
record FoundRow(ResultSet result, List<MiningAttribute> attributes, int first) implements Row {

    @Override
    public double number(int attribute) {
        try {
            int column = first + attribute;
            if (MiningAttributes.learned(attributes.get(attribute)).kind() == AttributeKind.DATE) {
                Date day = result.getDate(column);
                return day == null ? Double.NaN : day.toLocalDate().toEpochDay();
            }
            double number = result.getDouble(column);
            return result.wasNull() ? Double.NaN : number;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable String text(int attribute) {
        try {
            return result.getString(first + attribute);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

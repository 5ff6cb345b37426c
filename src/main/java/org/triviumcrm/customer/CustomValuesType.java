package org.triviumcrm.customer;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/** Keeps {@link CustomValues} in a column of type jsonb, in a record and in its history. */
public class CustomValuesType implements UserType<CustomValues> {

    @Override
    public int getSqlType() {
        return Types.OTHER;
    }

    @Override
    public Class<CustomValues> returnedClass() {
        return CustomValues.class;
    }

    @Override
    public CustomValues nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
        return CustomValues.valueOf(row.getString(position));
    }

    @Override
    public void nullSafeSet(
            PreparedStatement statement, @Nullable CustomValues values, int position, WrapperOptions options)
            throws SQLException {
        statement.setObject(
                position, Objects.requireNonNullElse(values, CustomValues.NONE).toString(), Types.OTHER);
    }

    @Override
    public CustomValues deepCopy(CustomValues values) {
        return values;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(CustomValues values) {
        return values.toString();
    }

    @Override
    public CustomValues assemble(Serializable cached, Object owner) {
        return CustomValues.valueOf(cached.toString());
    }
}

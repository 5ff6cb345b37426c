package org.triviumcrm.exchange.dataimport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.FieldKind;

/** The form that says which columns become fields. It holds rows, so it has setters. */
public class MakeFields {

    /** A column that fits no field. */
    public static class Column {
        private int at;
        private boolean made = true;

        @Size(max = 100, message = "{form.tooLong}")
        private @Nullable String name;

        @NotNull(message = "{form.choose}")
        private @Nullable FieldKind kind;

        /** Its place in the file, from 0. */
        public int getAt() {
            return at;
        }

        public void setAt(int at) {
            this.at = at;
        }

        public boolean isMade() {
            return made;
        }

        public void setMade(boolean made) {
            this.made = made;
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public @Nullable FieldKind getKind() {
            return kind;
        }

        public void setKind(@Nullable FieldKind kind) {
            this.kind = kind;
        }
    }

    private List<@Valid Column> columns = new ArrayList<>();

    static Column column(int at, String name, FieldKind kind) {
        Column column = new Column();
        column.at = at;
        column.name = name.substring(0, Math.min(100, name.length()));
        column.kind = kind;
        return column;
    }

    public List<Column> getColumns() {
        return columns;
    }

    public void setColumns(List<Column> columns) {
        this.columns = columns;
    }
}

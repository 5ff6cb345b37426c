package org.triviumcrm.shared.condition;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;

/** How the choices of a form with conditions are read: a single one is one, also with a comma in it. For {@code String[]}. */
public final class WholeText extends PropertyEditorSupport {

    @Override
    public void setAsText(String text) {
        setValue(text.isEmpty() ? new String[0] : new String[] {text});
    }

    /** None: the choices are compared one by one. */
    @Override
    public @Nullable String getAsText() {
        return null;
    }
}

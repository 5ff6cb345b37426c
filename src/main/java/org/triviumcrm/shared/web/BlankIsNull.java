package org.triviumcrm.shared.web;

import java.beans.PropertyEditorSupport;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** A field left empty is no value, and blanks around what was typed do not count. Passwords stay as they are. Before other binders, as the limit is set first. */
@ControllerAdvice
@Order(0)
class BlankIsNull {

    /** Rows of a form: as many as a sheet can have columns, for each is a row when it is imported. */
    private static final int MOST_ROWS = 16_384;

    private static final String[] PASSWORDS = {
        "password", "passwordAgain", "newPassword", "newPasswordAgain", "currentPassword", "temporaryPassword"
    };

    @InitBinder
    void trim(WebDataBinder binder) {
        binder.setAutoGrowCollectionLimit(MOST_ROWS);
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
        for (String field : PASSWORDS) {
            binder.registerCustomEditor(String.class, field, new AsTyped());
        }
    }

    private static final class AsTyped extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(text);
        }
    }
}

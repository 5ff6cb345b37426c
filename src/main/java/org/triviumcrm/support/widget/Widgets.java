package org.triviumcrm.support.widget;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Widgets as websites carry them. */
@Component
public class Widgets {

    private final WidgetRepository widgets;

    Widgets(WidgetRepository widgets) {
        this.widgets = widgets;
    }

    /** Empty for one that is not there or is switched off. */
    public Optional<ChatWidget> find(String token) {
        return widgets.findByTokenAndActiveTrue(token);
    }
}

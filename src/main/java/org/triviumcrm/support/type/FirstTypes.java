package org.triviumcrm.support.type;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;

/** A new company starts with the usual types of tickets, in its language. */
@Component
class FirstTypes {

    private static final List<String> WORDS = List.of("question", "problem", "request", "complaint");

    private final TypeService types;
    private final MessageSource messages;

    FirstTypes(TypeService types, MessageSource messages) {
        this.types = types;
        this.messages = messages;
    }

    @EventListener
    void on(CompanySetUp company) {
        Viewer setup = Viewer.job("identity.log.setup");
        WORDS.forEach(word ->
                types.create(setup, messages.getMessage("support.seed.type." + word, null, company.locale()), true));
    }
}

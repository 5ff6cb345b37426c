package org.triviumcrm.identity.setup;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sets the company up at the start when {@code trivium.setup.administrator-password} is given: before the web server
 * takes requests, so that nobody else meets the first-run page.
 */
@Component
@EnableConfigurationProperties(SetupProperties.class)
class UnattendedSetup implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UnattendedSetup.class);

    private final SetupProperties properties;
    private final SetupService setup;
    private final Validator validator;
    private final MessageSource messages;
    private boolean running;

    UnattendedSetup(SetupProperties properties, SetupService setup, Validator validator, MessageSource messages) {
        this.properties = properties;
        this.setup = setup;
        this.validator = validator;
        this.messages = messages;
    }

    /** Earlier than the web server's. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public void start() {
        setUp();
        running = true;
    }

    private void setUp() {
        String password = properties.administratorPassword();
        if (password == null || password.isBlank() || !setup.isOpen()) {
            return;
        }
        StartCompany input = properties.input(password);
        Set<ConstraintViolation<StartCompany>> wrong = validator.validate(input);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("trivium.setup: "
                    + wrong.stream()
                            .map(each -> each.getPropertyPath() + ": " + each.getMessage())
                            .collect(Collectors.joining("; ")));
        }
        setup.refusePassword(input).ifPresent(reason -> {
            throw new IllegalStateException("trivium.setup.administrator-password: "
                    + messages.getMessage(reason, null, reason, Locale.ENGLISH));
        });
        setup.refuseDemoPassword(input).ifPresent(reason -> {
            throw new IllegalStateException(
                    "trivium.setup.demo-password: " + messages.getMessage(reason, null, reason, Locale.ENGLISH));
        });
        try {
            setup.start(input);
            LOG.info("The company has been set up; {} can sign in", input.signInName());
        } catch (AlreadySetUp faster) {
            LOG.info("Another node has set the company up");
        }
    }
}

package org.triviumcrm.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.triviumcrm.exchange.dataimport.MoveIn;

/**
 * Like {@link IntegrationTest} for what only shows after a commit: events, jobs, threads that wait for each other. It
 * has a database of its own that is emptied after each test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest
@AutoConfigureMockMvc
@Import({Accounts.class, SampleCompany.class, SampleFlows.class, MoveIn.class})
@ContextConfiguration(initializers = TestDatabase.Committed.class)
@TestExecutionListeners(listeners = EmptyDatabase.AfterEachTest.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface CommittingTest {}

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
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.inbox.InboxRows;
import org.triviumcrm.exchange.dataimport.MoveIn;

/** The whole application with MockMvc on a real PostgreSQL; everything is rolled back after each test. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
@Import({Accounts.class, SampleCompany.class, SampleFlows.class, ManyCases.class, MoveIn.class, InboxRows.class})
@ContextConfiguration(initializers = TestDatabase.class)
public @interface IntegrationTest {}

INSERT INTO company (name, currency, locale, time_zone, created_at, updated_at)
VALUES ('Acme 东方', 'CNY', 'zh-CN', 'Asia/Shanghai', '2026-01-05T08:00Z', '2026-01-05T08:00Z');
INSERT INTO team (id, name, created_at, updated_at)
VALUES (1, 'West', '2026-01-05T08:00Z', '2026-01-05T08:00Z'), (2, '华东', '2026-01-05T08:00Z', '2026-01-05T08:00Z');
INSERT INTO person (id, name, sign_in_name, team_id, created_at, updated_at)
VALUES (1, 'Ann Lee', 'ann', 1, '2026-01-05T08:00Z', '2026-01-05T08:00Z'),
       (2, '王芳', 'wang.fang', 2, '2026-01-05T08:00Z', '2026-01-05T08:00Z');
INSERT INTO customer (id, name, industry, employees, annual_revenue, currency, owner_id, team_id, created_at, updated_at)
VALUES (1, 'Northwind', 'retail', 120, 1500000.50, 'USD', 1, 1, '2026-02-01T08:00Z', '2026-02-01T08:00Z'),
       (2, '上海浦东机械', NULL, NULL, NULL, NULL, 2, 2, '2026-02-02T08:00Z', '2026-02-02T08:00Z');
INSERT INTO contact (id, name, customer_id, email, birthday, owner_id, team_id, created_at, updated_at)
VALUES (1, '李伟', 2, 'li.wei@example.com', '1980-02-29', 2, 2, '2026-02-02T08:00Z', '2026-02-02T08:00Z');
INSERT INTO product (id, name, list_price, currency, created_at, updated_at)
VALUES (1, 'GTX Basic', 550, 'USD', '2026-01-05T08:00Z', '2026-01-05T08:00Z');
INSERT INTO pipeline (id, name, position, created_at, updated_at)
VALUES (1, 'Sales', 1, '2026-01-05T08:00Z', '2026-01-05T08:00Z');
INSERT INTO stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)
VALUES (1, 1, 'Prospecting', 1, 'OPEN', 10, '2026-01-05T08:00Z', '2026-01-05T08:00Z'),
       (2, 1, 'Proposal', 2, 'OPEN', 50, '2026-01-05T08:00Z', '2026-01-05T08:00Z'),
       (3, 1, 'Won', 3, 'WON', 100, '2026-01-05T08:00Z', '2026-01-05T08:00Z');
INSERT INTO opportunity (id, name, customer_id, contact_id, product_id, pipeline_id, stage_id, state, amount, currency,
                         base_amount, probability, expected_close_date, opened_on, closed_on, stage_entered_at, owner_id,
                         team_id, created_at, updated_at)
VALUES (1, 'Deal one', 1, NULL, 1, 1, 2, 'OPEN', 1200.50, 'USD', 8600, 50, '2026-12-31', '2026-03-01', NULL,
        '2026-03-10T08:00Z', 1, 1, '2026-03-01T08:00Z', '2026-03-10T08:00Z'),
       (2, '浦东二期', 2, 1, 1, 1, 3, 'WON', 90000, 'CNY', 90000, 100, '2026-04-30', '2026-03-02', '2026-04-20',
        '2026-04-20T08:00Z', 2, 2, '2026-03-02T08:00Z', '2026-04-20T08:00Z');
INSERT INTO stage_change (id, opportunity_id, pipeline_id, from_stage_id, to_stage_id, at, stayed_seconds, by_person_id)
VALUES (1, 1, 1, NULL, 1, '2026-03-01T08:00Z', NULL, 1),
       (2, 1, 1, 1, 2, '2026-03-10T08:00Z', 777600, 1),
       (3, 2, 1, NULL, 1, '2026-03-02T08:00Z', NULL, 2),
       (4, 2, 1, 1, 3, '2026-04-20T08:00Z', 4233600, 2);
INSERT INTO activity (id, kind, about_type, about_id, customer_id, subject, at, owner_id, created_at, updated_at)
VALUES (1, 'CALL', 'opportunity', 1, 1, 'First call', '2026-03-01T09:00Z', 1, '2026-03-01T09:00Z', '2026-03-01T09:00Z');

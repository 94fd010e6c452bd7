# 点通 as one image: the same for every part of the work (ROLE), on SQLite or PostgreSQL. How to use it: docs/operations.md, "In containers".
FROM node:24-bookworm-slim

WORKDIR /opt/diantong
ENV NODE_ENV=production

# What is installed changes rarely: a layer of its own.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

COPY bot bot
COPY core core
COPY adapters adapters
COPY prisma/migrations prisma/migrations
COPY prisma/seed prisma/seed
COPY scripts scripts

# The image's own user without rights; what people send and the SQLite file are all that it may write.
RUN mkdir -p /var/lib/diantong && chown node:node /var/lib/diantong
USER node
VOLUME /var/lib/diantong
ENV DATA_DIR=/var/lib/diantong \
    DATABASE_URL=file:/var/lib/diantong/diantong.db

EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT || 3000}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# node itself, not npm: a SIGTERM to npm would leave the program running until it is killed.
STOPSIGNAL SIGTERM
CMD ["node", "bot/start.mjs"]
